//! "Did you mean": the nearest of the names that would have been right.

/// The candidate nearest to `word`, when it is near enough to be what was meant.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace('_', "-");
    candidates
        .into_iter()
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &candidate.replace('_', "-"));
            (distance, candidate)
        })
        .filter(|(distance, candidate)| *distance <= near_enough(&word, candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

fn near_enough(word: &str, candidate: &str) -> usize {
    let length = word.chars().count().max(candidate.chars().count());
    ((length + 1) / 3).clamp(1, 3)
}

/// A sentence that offers the nearest name, or all of them when there are few.
pub fn one_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(candidate) = closest(word, candidates.clone()) {
        return format!("Did you mean `{candidate}`?");
    }
    let all: Vec<&str> = candidates.into_iter().collect();
    match all.len() {
        0 => "There is none yet: add it first, or leave this out.".to_owned(),
        1..=24 => format!("Use one of: {}.", all.join(", ")),
        n => format!(
            "None of the {n} names is like it; the first are: {}.",
            all[..12].join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        let keys = ["materials", "object_types", "dates"];
        assert_eq!(closest("material", keys), Some("materials"));
        assert_eq!(closest("object-types", keys), Some("object_types"));
        assert_eq!(closest("tades", keys), Some("dates"));
    }

    #[test]
    fn a_far_word_gets_the_list() {
        assert_eq!(
            one_of("colour", ["dates", "size"]),
            "Use one of: dates, size."
        );
    }
}
