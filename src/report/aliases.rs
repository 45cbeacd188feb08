//! Which names were taken to mean the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::commitment::Holder;
use crate::entity::{Entity, Resolution};
use crate::proposition::{Qualifier, Term};

/// A form that a text uses and the name that it was taken to mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AliasUse {
    /// The name that stands for all forms.
    pub name: String,
    /// The form in the text.
    pub form: String,
    /// How the form was resolved.
    pub resolution: Resolution,
    /// Other names that the form could mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// The ids of the documents that use it so, in their order.
    pub documents: Vec<String>,
}

/// Gathers the aliases that the claims rest on, by name and form. Names as written and pronouns are none.
pub(crate) fn used(claims: &[Claim]) -> Vec<AliasUse> {
    type Key<'c> = (&'c str, &'c str, Resolution);
    let mut uses: BTreeMap<Key<'_>, AliasUse> = BTreeMap::new();
    for claim in claims {
        for entity in entities(claim) {
            if matches!(entity.resolution, Resolution::AsWritten | Resolution::Pronoun)
                || entity.form == entity.name
            {
                continue;
            }
            let entry = uses
                .entry((&entity.name, &entity.form, entity.resolution))
                .or_insert_with(|| AliasUse {
                    name: entity.name.clone(),
                    form: entity.form.clone(),
                    resolution: entity.resolution,
                    alternatives: entity.alternatives.clone(),
                    documents: Vec::new(),
                });
            if !entry.documents.contains(&claim.document) {
                entry.documents.push(claim.document.clone());
            }
        }
    }
    uses.into_values().collect()
}

fn entities(claim: &Claim) -> Vec<&Entity> {
    let mut found = Vec::new();
    for commitment in &claim.commitments {
        if let Holder::Named { entity, .. } = &commitment.holder {
            found.push(entity);
        }
    }
    for term in terms(claim) {
        found.extend(&term.entity);
    }
    found
}

/// Every term of a claim's proposition, with the terms inside it.
pub(crate) fn terms(claim: &Claim) -> Vec<&Term> {
    let proposition = &claim.proposition;
    let mut found: Vec<&Term> = proposition.arguments.iter().map(|a| &a.term).collect();
    found.extend(proposition.predicate.modifiers.iter().map(|m| &m.term));
    found.extend(proposition.qualifiers.iter().filter_map(|q| match q {
        Qualifier::Place { term, .. } | Qualifier::Clause { term, .. } => Some(term),
        Qualifier::Time { .. } | Qualifier::Quantity { .. } => None,
    }));
    let mut next = 0;
    while let Some(&term) = found.get(next) {
        found.extend(term.modifiers.iter().map(|m| &m.term));
        found.extend(&term.members);
        next += 1;
    }
    found
}
