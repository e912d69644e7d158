import type { Chance } from './random.ts';

const FIRST = [
	...['Aled', 'Ama', 'Arran', 'Beth', 'Bronwen', 'Callum', 'Carys', 'Dafydd', 'Devika', 'Eira'],
	...['Ewan', 'Farah', 'Ffion', 'Gethin', 'Giles', 'Hana', 'Imran', 'Ines', 'Iwan', 'Jarek'],
	...['Kofi', 'Leila', 'Llŷr', 'Małgorzata', 'Marisa', 'Nia', 'Niamh', 'Oisín', 'Oyin', 'Priya'],
	...['Quentin', 'Rhian', 'Rosa', 'Siân', 'Søren', 'Tamsin', 'Tariq', 'Una', 'Vikram', 'Żaneta']
];

const LAST = [
	...['Ashdown', 'Brathwaite', 'Cadwaladr', 'Castellan', 'Dąbrowski', 'Drysdale', 'Ekwueme'],
	...['Fenwick-Lowe', 'Gwynedd', 'Hallowell', 'Ibekwe', 'Jarrold', 'Kettlewell', 'Llywelyn'],
	...['Marchbank', 'Nettleship', 'Ogilvie', 'Penhaligon', 'Quillfeather', 'Rasmussen', 'Sowerby'],
	...['Thistlewood', 'Umfreville', 'Vasanth', 'Wójcik', 'Yarborough', 'Zielonka', 'Ó Dálaigh']
];

/** Invented names, each marked, none twice. */
export function nameGiver(chance: Chance): () => string {
	const names = chance.shuffled(FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)));
	return () => {
		const name = names.pop();
		if (name === undefined) throw new RangeError('No names are left');
		return `${name} (sample)`;
	};
}
