# Interface strings. Variables in { $braces } are filled in; keep them as they are.
# Values are set apart from the text around them, so that left-to-right and right-to-left mix well.

## The window and the ways through the site

# $page: the page's title; $site: the site's name
document-title = { $page } · { $site }
home = Accueil
menu = Menu
skip-to-content = Aller au contenu
breadcrumbs = Vous êtes ici
language = Langue
languages = Langues
choose-language = Choisir une langue
not-translated = pas encore traduit
lists = Listes
indexes = Chercher par
more = Plus
news = Actualités
feed = Flux d’actualités
law = Cadre juridique
contacts = Contacts
a-to-z = De A à Z
previous = Précédent
next = Suivant
older = Plus ancien
newer = Plus récent
all-entries = Tous les types
read-more = Lire la suite
related = Voir aussi
needs-network = nécessite le réseau
footnote-back = Retour à l’appel de note { $note } dans le texte
footnotes = Notes
on-this-page = Sur cette page
not-found = Cette page n’existe pas
not-found-text = L’adresse est peut-être erronée, ou la page a été déplacée. Repartez de la première page.

## How a text stands

# $language: the name of a language
fallback-notice = Ce texte n’est pas encore traduit. Langue affichée : { $language }.
draft-notice = Aucun locuteur natif n’a encore relu cette traduction.
stale-notice = Le texte original a changé depuis cette traduction.
unverified-notice = Aucun expert n’a encore confirmé ces informations.
translated-by = Traduction : { $name }

## Counts

# $count: how many types of objects
entry-count = { $count ->
    [one] { $count } type d’objet
   *[other] { $count } types d’objets
}

## Indexes

terms-material = Par matière
terms-object-type = Par nature d’objet
terms-period = Par période
terms-place = Par lieu
terms-script = Par écriture
terms-shape = Par forme
terms-size = Par taille
# $term: the label of a term
term-title-material = Matière : { $term }
term-title-object-type = Nature de l’objet : { $term }
term-title-period = Période : { $term }
term-title-place = Lieu : { $term }
term-title-script = Écriture : { $term }
term-title-shape = Forme : { $term }
term-title-size = Taille : { $term }
narrower = Plus précisément
# $title: the title of an entry
see = voir { $title }

## An entry

also-called = Autres noms
look-for = À observer
mistaken-for = Facile à confondre avec
warning-signs = Signes d’alerte
what-to-do = Que faire maintenant
whom-to-ask = À qui s’adresser
facts = En bref
category = Catégorie
object-types = Nature de l’objet
materials = Matière
techniques = Technique
periods = Période
years = Date
places = Lieu
scripts = Écriture
inscriptions = Aspect de l’écriture
shapes = Forme
size = Taille
size-class = Encombrement
laws = Protégé par
confusables = Ne pas confondre avec
pictures = Images
more-about = En savoir plus sur ce type
sources = Sources
caution = Un objet qui ressemble à celui-ci ressemble à un type protégé. Cela seul ne prouve pas qu’il soit volé : retenez-le et demandez conseil.

## Years and sizes

# $from, $to: years, without an era
years-bce = env. { $from } à { $to } av. J.-C.
years-ce = env. { $from } à { $to } apr. J.-C.
years-bce-ce = env. { $from } av. J.-C. à { $to } apr. J.-C.
year-bce = env. { $from } av. J.-C.
year-ce = env. { $from } apr. J.-C.
# $min, $max: numbers; $unit: a unit's symbol
size-range = { $min } à { $max } { $unit }
size-exact = { $min } { $unit }
dimension-height = Hauteur
dimension-width = Largeur
dimension-depth = Profondeur
dimension-length = Longueur
dimension-diameter = Diamètre
dimension-thickness = Épaisseur
dimension-weight = Poids
unit-mm = mm
unit-cm = cm
unit-m = m
unit-g = g
unit-kg = kg

## Pictures

picture-status-reference = Pièce de référence, en sécurité dans une collection connue
picture-status-seized = Pièce saisie par une autorité
picture-status-returned = Pièce restituée
picture-status-missing = Pièce disparue
picture-status-illustration = Illustration
credit = Image : { $credit }
licence = Licence : { $licence }
holder = Lieu de conservation : { $holder }
inventory = Numéro d’inventaire { $number }

## A list

list-kind-emergency = Liste rouge d’urgence
list-kind-regular = Liste rouge
purpose = Objectif
categories = Catégories
country = Pays
edition = Édition { $edition }
edition-of = Édition { $edition }, { $date }
first-published = Première publication
national-laws = Législation nationale
international-laws = Instruments internationaux
law-status-in-force = en vigueur
law-status-ratified = ratification
law-status-accepted = acceptation
law-status-acceded = adhésion
law-status-unverified = à confirmer
# $status: one of the above; $date: a date
law-status-since = { $status } ({ $date })
contact-kind-national-authority = Autorité nationale
contact-kind-police = Police
contact-kind-customs = Douanes
contact-kind-icom = ICOM
contact-kind-expert = Expert
phone = Téléphone
email = Courriel
website = Site web
experts = Experts
funders = Avec le soutien de
disclaimers = Avertissements
copyright = © { $year } { $holder }
published-by = Publié par { $publisher }

## La taille, dessinée

# $min, $max : le plus grand côté ; $unit : le symbole d'une unité
beside-coin = Plus grand côté : { $min } à { $max } { $unit }, à côté d’une pièce de 24 mm
beside-hand = Plus grand côté : { $min } à { $max } { $unit }, à côté d’une main
beside-paper = Plus grand côté : { $min } à { $max } { $unit }, à côté d’une feuille A4
beside-person = Plus grand côté : { $min } à { $max } { $unit }, à côté d’une personne
