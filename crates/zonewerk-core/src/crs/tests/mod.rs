mod hostile;
mod positions;
mod samples;
mod texts;
