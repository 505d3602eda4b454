//! The accept loop. It is our own code, because a fault must be able to reset the connection of a
//! request, which no framework exposes.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::connection::End;
use crate::{Config, Mock, Shared, router};

/// A running mock. Dropping this stops it.
pub struct Handle {
    pub addr: SocketAddr,
    accepting: JoinHandle<()>,
}

impl Handle {
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Stops the mock, and waits until it has stopped.
    pub async fn shutdown(mut self) {
        self.accepting.abort();
        self.stop().await;
    }

    /// Waits until the mock ends, which it does not do by itself.
    pub async fn stopped(mut self) {
        self.stop().await;
    }

    async fn stop(&mut self) {
        // An error means that the task was aborted, as intended.
        let _ = (&mut self.accepting).await;
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Starts a mock on 127.0.0.1.
pub async fn serve(config: Config) -> io::Result<Handle> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port)).await?;
    let addr = listener.local_addr()?;
    let mock = Mock::new(config, format!("http://{addr}"));
    let accepting = tokio::spawn(accept(listener, mock));
    Ok(Handle { addr, accepting })
}

async fn accept(listener: TcpListener, mock: Shared) {
    let router = router(mock.clone());
    // Aborting this task drops the set, which ends the connections too.
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.spawn(converse(stream, mock.clone(), router.clone()));
            }
            // The error may be temporary, such as too many open files.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn converse(stream: TcpStream, mock: Shared, router: Router) {
    // Without this, small answers may be delayed, so a failure does not matter.
    let _ = stream.set_nodelay(true);
    let connection = mock.connections.accept();
    let service = TowerToHyperService::new(router.layer(Extension(connection.clone())));
    let mut http = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let end = tokio::select! {
        // An error here means that the client has disconnected, which is in the log.
        _ = &mut http => End::Close,
        end = connection.ended() => end,
    };
    if end == End::Reset {
        // With linger 0 the kernel sends RST instead of FIN when the stream is dropped.
        let _ = http.into_parts().io.into_inner().set_zero_linger();
    }
    mock.connections.forget(connection.id);
}
