//! The settings of a comparer.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;

use super::threads::Threads;
use super::{Comparer, Reader};
use crate::error::Error;
use crate::judge::Judge;

/// Sets up a [`Comparer`].
#[derive(Clone)]
pub struct Builder {
    pub(super) comparer: Comparer,
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Builder").field(&self.comparer).finish()
    }
}

impl Builder {
    /// Reports only links with at least this confidence, in thousandths (500 unless set).
    #[must_use]
    pub fn threshold(mut self, thousandths: u16) -> Builder {
        self.comparer.threshold = thousandths;
        self
    }

    /// Declares that a form means somebody or something by another name.
    #[must_use]
    pub fn alias(mut self, form: impl Into<String>, name: impl Into<String>) -> Builder {
        self.comparer.aliases.insert(form.into(), name.into());
        self
    }

    /// Judges by another judge.
    #[must_use]
    pub fn judge(mut self, judge: impl Judge + 'static) -> Builder {
        self.comparer.judge = Arc::new(judge);
        self
    }

    /// Reads text in another way.
    #[must_use]
    pub fn reader(mut self, reader: Reader) -> Builder {
        self.comparer.reader = reader;
        self
    }

    /// Reads and compares many documents in so many threads at once, the caller's own among them (in that alone unless set);
    /// [`available_parallelism`](std::thread::available_parallelism) tells how many are of use. What is found does not depend on
    /// it.
    #[must_use]
    pub fn threads(mut self, threads: NonZeroUsize) -> Builder {
        self.comparer.threads = Threads(threads);
        self
    }

    /// Checks the settings and makes the comparer.
    ///
    /// # Errors
    ///
    /// When the threshold is above 1000, or an alias or its name is empty.
    pub fn build(self) -> Result<Comparer, Error> {
        if self.comparer.threshold > 1000 {
            return Err(Error::setting(
                "threshold",
                format!("{} is above 1000", self.comparer.threshold),
            ));
        }
        if let Some((form, name)) = self
            .comparer
            .aliases
            .iter()
            .find(|(f, n)| f.trim().is_empty() || n.trim().is_empty())
        {
            return Err(Error::setting(
                "alias",
                format!("{form:?} for {name:?}: neither may be empty"),
            ));
        }
        Ok(self.comparer)
    }
}
