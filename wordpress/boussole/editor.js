// The block in the editor: what to show, and a card in its place. The HTML of the article is made when it is read.

( ( { blocks, blockEditor, components, element }, told ) => {
	const { address, choices, language, onlyForm, texts } = told;
	const make = element.createElement;

	/** What a value of a list is called. */
	const called = ( name, value ) => texts[ `${ name === 'questionnaire' ? 'title' : name }.${ value }` ];

	/** The attributes as they will be shown: a questionnaire may have but one form. */
	const shown = ( attributes ) => ( {
		...attributes,
		form: onlyForm[ attributes.questionnaire ] ?? attributes.form,
	} );

	/** The page that shows the same. */
	const page = ( { questionnaire, form, lang } ) =>
		`${ address }?${ new URLSearchParams( { lang: lang || language, questionnaire, form } ) }`;

	const emblem = make(
		'svg',
		{ viewBox: '-112 -112 224 224', width: 24, height: 24, 'aria-hidden': true },
		make( 'circle', { r: 100, fill: 'none', stroke: 'currentColor', strokeWidth: 14 } ),
		[ 0, 120, 240 ].map( ( turn ) =>
			make( 'path', { key: turn, d: 'M0 0L22-34L0-92L-22-34Z', transform: `rotate(${ turn })` } )
		)
	);

	const list = ( name, { attributes, setAttributes } ) => {
		const only = name === 'form' && onlyForm[ attributes.questionnaire ];
		return make( components.SelectControl, {
			key: name,
			label: texts[ name ],
			value: shown( attributes )[ name ],
			options: ( only ? [ only ] : choices[ name ] ).map( ( value ) => ( { value, label: called( name, value ) } ) ),
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
		} );
	};

	const accent = ( { attributes, setAttributes } ) =>
		make(
			components.BaseControl,
			{ help: texts.accent_meaning },
			make( components.BaseControl.VisualLabel, null, texts.accent ),
			make( components.ColorPalette, {
				colors: [],
				value: attributes.accent,
				onChange: ( value ) => setAttributes( { accent: value ?? '' } ),
			} )
		);

	const card = ( attributes ) => {
		const { questionnaire, form, lang, mode } = attributes;
		const choice = [ called( 'form', form ), called( 'lang', lang ), called( 'mode', mode ) ];
		return make(
			components.Placeholder,
			{
				icon: emblem,
				label: called( 'questionnaire', questionnaire ),
				instructions: address ? choice.join( ' · ' ) : `${ texts.missing } ${ texts.missing_where }`,
			},
			address && make( components.ExternalLink, { href: page( attributes ) }, texts.open )
		);
	};

	blocks.registerBlockType( 'boussole/assessment', {
		icon: emblem,
		edit: ( props ) =>
			make(
				'div',
				blockEditor.useBlockProps(),
				make(
					blockEditor.InspectorControls,
					null,
					make(
						components.PanelBody,
						{ title: 'Boussole' },
						Object.keys( choices ).map( ( name ) => list( name, props ) ),
						accent( props )
					)
				),
				card( shown( props.attributes ) )
			),
		save: () => null,
	} );
} )( window.wp, window.boussoleEditor );
