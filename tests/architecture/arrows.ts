/** One place for one kind of code. Every file under src stands in exactly one. */
export type Room =
	| 'domain'
	| 'wording'
	| 'forms'
	| 'charts'
	| 'islands'
	| 'ui'
	| 'styles'
	| 'components'
	| ServerRoom
	| 'routes'
	| 'hooks'
	| 'cli';

export type ServerRoom =
	| 'server/db'
	| 'server/audit'
	| 'server/auth'
	| 'server/files'
	| 'server/mail'
	| 'server/documents'
	| 'server/services'
	| 'server/reads'
	| 'server/jobs'
	| 'server/exchange'
	| 'server/live'
	| 'server/app';

export interface Rule {
	readonly may: readonly Room[];
	/** Rooms of which only types may be imported. */
	readonly typesOf?: readonly Room[];
	/** Files of the room may import each other; not so where each stands alone. */
	readonly standsAlone?: boolean;
	/** Where a line goes that may not stand here. */
	readonly instead: string;
}

const pure: readonly Room[] = [
	'domain',
	'wording',
	'forms',
	'charts',
	'ui',
	'styles',
	'components'
];
const behindServices: readonly Room[] = ['server/db', 'domain', 'wording', 'charts'];
const inFrontOfServices: readonly Room[] = [
	'server/services',
	'server/reads',
	'server/documents',
	'server/mail',
	'forms',
	'wording',
	'domain'
];
export const serverRooms: readonly ServerRoom[] = [
	'server/db',
	'server/audit',
	'server/auth',
	'server/files',
	'server/mail',
	'server/documents',
	'server/services',
	'server/reads',
	'server/jobs',
	'server/exchange',
	'server/live',
	'server/app'
];
const allButTheDatabase: readonly Room[] = [
	...pure,
	...serverRooms.filter((room) => room !== 'server/db')
];

const toServices =
	'What changes the register is a verb of src/lib/server/services, called from a route, a job or the command line.';

const handedIn =
	'The service that calls this has the rest at hand: take what is needed as an argument, or do that part in src/lib/server/services.';

/** The whole law: which room may import which. A room may always import itself unless it says otherwise. */
export const arrows: Record<Room, Rule> = {
	domain: {
		may: [],
		instead:
			'A rule takes its facts as arguments: hand them in from the service or read that has them, or move the line there.'
	},
	wording: {
		may: ['domain'],
		instead: 'A sentence is made of domain values; whoever has the rest hands them in.'
	},
	forms: {
		may: ['domain', 'wording'],
		instead:
			'A form says what may be typed; what only the register knows is checked in src/lib/server/services.'
	},
	charts: {
		may: ['domain', 'wording'],
		instead:
			'A chart is a function of the data it is given; a read in src/lib/server/reads gets the data.'
	},
	islands: {
		may: ['charts', 'wording', 'domain'],
		instead:
			'An island finds its elements on the page that is there; what draws them is a component.'
	},
	ui: {
		may: [],
		instead: 'What knows one of our nouns belongs in src/lib/components; ui takes plain props.'
	},
	styles: { may: [], instead: 'Styles stand by themselves.' },
	components: {
		may: ['ui', 'charts', 'wording', 'forms', 'domain'],
		instead: 'A component gets data as props: load it in the route from src/lib/server/reads.'
	},
	'server/db': {
		may: ['domain'],
		instead: `A query knows tables and domain values only. ${toServices}`
	},
	'server/audit': { may: behindServices, instead: handedIn },
	'server/auth': { may: behindServices, instead: handedIn },
	'server/files': { may: behindServices, instead: handedIn },
	'server/mail': { may: behindServices, instead: handedIn },
	'server/documents': {
		may: behindServices,
		instead:
			'A document is made from the data it is given; a read in src/lib/server/reads gets the data.'
	},
	'server/services': {
		may: ['server/db', 'server/audit', 'server/auth', 'server/files', 'server/mail', 'domain'],
		typesOf: ['forms'],
		standsAlone: true,
		instead:
			'What two services share is a rule in src/lib/domain or a query in src/lib/server/db/queries; parsing belongs to the route and sentences to src/lib/wording.'
	},
	'server/reads': {
		may: ['server/db', 'domain'],
		instead:
			'A read answers with values; put the words to them in src/lib/wording, called by the page or component.'
	},
	'server/jobs': {
		may: inFrontOfServices,
		instead: 'A job decides when; what it does is a service, what it looks at is a read.'
	},
	'server/exchange': {
		may: inFrontOfServices,
		instead: 'Import and export translate; what they change is a service, what they list is a read.'
	},
	'server/live': {
		may: ['server/db', 'server/auth', 'server/reads', 'domain'],
		instead: 'Listening passes on how many changes there were; what they are is a read.'
	},
	'server/app': {
		may: [...serverRooms, 'domain'],
		instead: 'The composition root only puts the server together.'
	},
	routes: {
		may: [...allButTheDatabase, 'hooks'],
		instead: 'A route parses, calls and answers: ask a read, or call a service.'
	},
	hooks: {
		may: allButTheDatabase,
		instead: 'Hooks build the app and guard the branches: ask a read, or call a service.'
	},
	cli: {
		may: [...serverRooms, 'forms', 'wording', 'domain'],
		instead: 'A command runs in plain Node: pages and their parts are out of its reach.'
	}
};
