site-title = ق
