### The name of this site, in each language's own file.

site-title = Red List of Iraqi Cultural Objects at Risk: sample edition
