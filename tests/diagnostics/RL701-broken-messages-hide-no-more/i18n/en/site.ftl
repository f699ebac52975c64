# $edition: the edition's name; $date: its date
the-list = the list
edition-of = Edition { $edition } of { $date
