# $edition: the edition's name; $date: its date
edition-of = Edition { $edition } of { $date }
