<?php
/**
 * Every text of the plugin in both of its languages. Titles and summaries are those of the questionnaires; a test compares them.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

const TEXTS = array(
	'fr' => array(
		'title.liberte-numerique'   => 'Liberté numérique',
		'title.dependances-ia'      => 'Dépendances à l’IA',
		'summary.liberte-numerique' => 'Pour les dirigeants : mesurer ce que l’organisation choisit, maîtrise et construit face à ses dépendances technologiques.',
		'summary.dependances-ia'    => 'Pour les dirigeants : mesurer ce que l’organisation choisit, maîtrise et construit face à sa dépendance à l’intelligence artificielle.',
		'start'                     => 'Faire l’auto-évaluation',
		'description'               => 'Une auto-évaluation dans l’article : ce que répond le lecteur ne quitte jamais son navigateur.',
		'questionnaire'             => 'Questionnaire',
		'form'                      => 'Longueur',
		'form.express'              => 'Courte',
		'form.full'                 => 'Complète',
		'lang'                      => 'Langue',
		'lang.'                     => 'Langue du site',
		'lang.fr'                   => 'Français',
		'lang.en'                   => 'English',
		'mode'                      => 'Manière d’intégrer',
		'mode.element'              => 'Élément, dans la page',
		'mode.frame'                => 'Cadre, à l’écart du thème',
		'mode.link'                 => 'Image et lien, sans script',
		'accent'                    => 'Couleur d’accent',
		'accent_meaning'            => 'Sans choix, celle de Boussole. Une couleur trop pâle est corrigée pour rester lisible.',
		'open'                      => 'Ouvrir le questionnaire',
		'settings'                  => 'Réglages',
		'about'                     => 'Boussole est une auto-évaluation qui s’exécute entièrement dans le navigateur du lecteur : ni ce site ni cette extension ne reçoivent de réponse.',
		'missing'                   => 'Il manque l’adresse à laquelle Boussole est publié : sans elle, les lecteurs ne voient rien.',
		'missing_where'             => 'Elle s’indique dans Réglages › Boussole.',
		'address'                   => 'Adresse de Boussole',
		'address_meaning'           => 'L’adresse de la page d’accueil de Boussole, là où il est publié. Elle commence par https:// ; les navigateurs des lecteurs y chargent le questionnaire.',
		'address_fixed'             => 'Cette adresse est fixée par la constante BOUSSOLE_ADDRESS ou par le filtre boussole_address : elle ne se change pas ici.',
		'address_open'              => 'Ouvrir cette adresse, pour vérifier',
		'not_an_address'            => 'Ce n’est pas une adresse complète : elle commence par https:// et nomme un site. L’adresse précédente est gardée.',
		'not_secure'                => 'Ce site est en https:// : un navigateur n’y charge rien depuis une adresse en http://. L’adresse précédente est gardée.',
		'usage'                     => 'Dans un article',
		'usage_meaning'             => 'Ajoutez le bloc « Boussole », ou ce code court, dont chaque attribut peut manquer :',
	),
	'en' => array(
		'title.liberte-numerique'   => 'Digital freedom',
		'title.dependances-ia'      => 'AI dependencies',
		'summary.liberte-numerique' => 'For executives: a measure of what the organisation chooses, masters and builds in the face of its technological dependencies.',
		'summary.dependances-ia'    => 'For executives: a measure of what the organisation chooses, masters and builds as it comes to rely on artificial intelligence.',
		'start'                     => 'Take the self-assessment',
		'description'               => 'A self-assessment in the article: what a reader answers never leaves the browser.',
		'questionnaire'             => 'Questionnaire',
		'form'                      => 'Length',
		'form.express'              => 'Short',
		'form.full'                 => 'Full',
		'lang'                      => 'Language',
		'lang.'                     => 'The site’s language',
		'lang.fr'                   => 'Français',
		'lang.en'                   => 'English',
		'mode'                      => 'Way to embed',
		'mode.element'              => 'Element, in the page',
		'mode.frame'                => 'Frame, apart from the theme',
		'mode.link'                 => 'Picture and link, no script',
		'accent'                    => 'Accent colour',
		'accent_meaning'            => 'If none is chosen, Boussole’s own. A colour that is too pale is corrected so that it can be read.',
		'open'                      => 'Open the questionnaire',
		'settings'                  => 'Settings',
		'about'                     => 'Boussole is a self-assessment that runs entirely in the reader’s browser: neither this site nor this plugin receives an answer.',
		'missing'                   => 'The address at which Boussole is published is missing: without it, readers see nothing.',
		'missing_where'             => 'It is set in Settings › Boussole.',
		'address'                   => 'Address of Boussole',
		'address_meaning'           => 'The address of Boussole’s own first page, where it is published. It begins with https://, and readers’ browsers load the questionnaire from there.',
		'address_fixed'             => 'This address is set by the constant BOUSSOLE_ADDRESS or by the filter boussole_address: it can’t be changed here.',
		'address_open'              => 'Open this address, to check it',
		'not_an_address'            => 'That is not a whole address: it begins with https:// and names a site. The one before is kept.',
		'not_secure'                => 'This site uses https://: a browser loads nothing there from an http:// address. The one before is kept.',
		'usage'                     => 'In an article',
		'usage_meaning'             => 'Add the block “Boussole”, or this shortcode, in which any attribute may be left out:',
	),
);

/** The language of ours that goes with a locale of WordPress. */
function language( string $locale ): string {
	return 0 === strpos( $locale, 'fr' ) ? 'fr' : 'en';
}

/** A text, in the language of who looks at the screen unless another is named. */
function text( string $key, string $language = '' ): string {
	return TEXTS[ '' === $language ? language( determine_locale() ) : $language ][ $key ];
}
