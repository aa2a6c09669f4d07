use super::{Contact, Graph, Neighbour};
use crate::territory::{Id, IdVec, LinkChange, Territory, UnitId};

impl Graph {
    /// The same graph with the territory's declared links added and removed.
    /// A removed link takes the adjacency away; the shared border stays on the map. An
    /// added link makes neighbours of units whose border is too short to do so. A link to a
    /// unit that the graph has not changes nothing; an
    /// [`Instance`](crate::problem::Instance) refuses it.
    #[must_use]
    pub fn with_links(mut self, territory: &Territory) -> Self {
        for link in &territory.links {
            let [a, b] = link.between;
            if [a, b].iter().any(|unit| unit.index() >= self.len()) {
                continue;
            }
            for (from, to) in [(a, b), (b, a)] {
                match link.change {
                    LinkChange::Add => self.add(from, to),
                    LinkChange::Remove => self.remove(from, to),
                }
            }
        }
        self
    }

    /// The same graph where these units are neighbours too, as links would make them.
    #[must_use]
    pub fn joined(mut self, pairs: impl IntoIterator<Item = [UnitId; 2]>) -> Self {
        for [a, b] in pairs {
            self.add(a, b);
            self.add(b, a);
        }
        self
    }

    fn add(&mut self, from: UnitId, to: UnitId) {
        if place(&self.neighbours, from, to).is_ok() {
            return;
        }
        let link = |border_m| Neighbour { unit: to, border_m, contact: Contact::Link };
        let neighbour = match take(&mut self.short, from, to) {
            Some(border) => link(border.border_m),
            None => take(&mut self.removed, from, to).unwrap_or(link(0)),
        };
        put(&mut self.neighbours, from, neighbour);
    }

    fn remove(&mut self, from: UnitId, to: UnitId) {
        let found = take(&mut self.neighbours, from, to).or_else(|| take(&mut self.short, from, to));
        if let Some(neighbour) = found {
            put(&mut self.removed, from, neighbour);
        }
    }
}

type NeighbourLists = IdVec<UnitId, Vec<Neighbour>>;

fn place(lists: &NeighbourLists, from: UnitId, to: UnitId) -> Result<usize, usize> {
    lists[from].binary_search_by_key(&to, |neighbour| neighbour.unit)
}

fn take(lists: &mut NeighbourLists, from: UnitId, to: UnitId) -> Option<Neighbour> {
    let place = place(lists, from, to).ok()?;
    Some(lists[from].remove(place))
}

fn put(lists: &mut NeighbourLists, from: UnitId, neighbour: Neighbour) {
    let (Ok(place) | Err(place)) = place(lists, from, neighbour.unit);
    lists[from].insert(place, neighbour);
}
