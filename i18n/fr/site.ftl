### The name of this site, in each language’s own file.

site-title = Liste rouge des biens culturels irakiens en péril : édition de démonstration
