//! A TCP connection of the mock: its number, its use, and a way to end it by FIN or RST.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use tokio::sync::watch;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    NotYet,
    /// FIN: everything written still arrives.
    Close,
    /// RST.
    Reset,
}

pub struct Connection {
    pub id: u64,
    requests: AtomicU64,
    in_flight: AtomicU64,
    end: watch::Sender<End>,
}

impl Connection {
    fn new(id: u64) -> Self {
        Self {
            id,
            requests: AtomicU64::new(0),
            in_flight: AtomicU64::new(0),
            end: watch::Sender::new(End::NotYet),
        }
    }

    /// Counts a request. Returns its number on this connection, from 1.
    pub fn begin(&self) -> u64 {
        self.in_flight.fetch_add(1, Ordering::SeqCst);
        self.requests.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub fn finish(&self) {
        self.in_flight.fetch_sub(1, Ordering::SeqCst);
    }

    pub fn requests(&self) -> u64 {
        self.requests.load(Ordering::SeqCst)
    }

    pub fn is_idle(&self) -> bool {
        self.in_flight.load(Ordering::SeqCst) == 0
    }

    pub fn end(&self, how: End) {
        self.end.send_replace(how);
    }

    /// Waits until this connection must end.
    pub async fn ended(&self) -> End {
        match self
            .end
            .subscribe()
            .wait_for(|end| *end != End::NotYet)
            .await
        {
            Ok(how) => *how,
            // The sender is a field of `self`, so it is there as long as we wait.
            Err(_) => End::Close,
        }
    }
}

/// The connections that are open.
#[derive(Default)]
pub struct Connections {
    open: Mutex<BTreeMap<u64, Arc<Connection>>>,
    last: AtomicU64,
}

impl Connections {
    pub fn accept(&self) -> Arc<Connection> {
        let id = self.last.fetch_add(1, Ordering::SeqCst) + 1;
        let connection = Arc::new(Connection::new(id));
        self.lock().insert(id, connection.clone());
        connection
    }

    pub fn forget(&self, id: u64) {
        self.lock().remove(&id);
    }

    pub fn all(&self) -> Vec<Arc<Connection>> {
        self.lock().values().cloned().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<u64, Arc<Connection>>> {
        self.open.lock().expect("no panic while held")
    }
}
