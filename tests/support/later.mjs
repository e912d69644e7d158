// Loaded before the service: its clock stands some days later, as a machine's would. DAYS_LATER says how many.
const Now = Date;
const ahead = Number(process.env['DAYS_LATER'] ?? 0) * 86_400_000;

globalThis.Date = class extends Now {
	constructor(...given) {
		super(...(given.length === 0 ? [Now.now() + ahead] : given));
	}

	static now() {
		return Now.now() + ahead;
	}
};
