// Texts that stand in one place each, to show what the service has to cope with.

/** Some 2,400 characters in paragraphs: the longest an owner is likely to write. */
export const LONG_UPDATE = `This update covers the whole quarter, because the steering group asked for one account that can be read on its own.

What has been done. The receiving service went live for the first two regions on a Tuesday morning and has run since without a break of more than ten minutes. Records now arrive in the agreed format, are checked on entry, and are either accepted or sent back with a reason that the sender can act on. Before, about one in seven was put aside by hand and nobody was told. We published the list of reasons, in order of how often they occur, so that senders can mend the commonest first. Three forces have told us that this list did more for the quality of their records than the guidance we wrote.

What has not been done. The third region was to follow a month later and has not. Its own network change was put back, for reasons that we accept, and we have used the time to move a fourth region forward. Feedback to senders is given on every tenth record; we had said every fifth. The team that gives it has two vacancies, both advertised, and until they are filled we prefer fewer answers that are worth reading.

What we have learned. We had thought that the format would be the hard part. It was not. The hard part was to agree who may see a record that belongs to somebody else’s open case, and for how long. That question took eleven meetings. The answer fits on half a page, and it is the first thing that we now show to a new region before anything technical is discussed.

What comes next. The remaining regions follow in pairs, six weeks apart, in an order that the regional units have agreed among themselves. Each pair begins with a week in which both routes are open, so that nothing is lost if the new one fails. The old route is closed only when a week has passed without its being needed. We shall then ask every sender the same five questions that we asked before the change, and publish the answers side by side, including those that do us no credit.

Risks. There are two. The first is that demand grows faster than the team: submissions are up by a third since the route became easier. The second is that the order of the regions comes under pressure when one of them is ready early. We would rather keep to the order than be quick.

Cost is within the sum approved. A separate note for the finance committee explains a small transfer between headings.`;

export const WELSH_UPDATE =
	'Mae’r hyfforddiant ar y gweill: the Welsh-language course, “Adnabod, cofnodi, rhannu”, has been taken by every supervisor in Ynys Môn, Tŷ Ddewi and Llŷn. The English course follows the same order. The two are now kept together, so that a change to one is made to the other within the week.';

export const POLISH_UPDATE =
	'Interpreters for Polish, Vietnamese and Albanian have been briefed on the common questions. The leaflet “Państwa prawa i obowiązki: co się teraz stanie?” was read aloud to four volunteers, who found two sentences hard to follow; both have been rewritten („krócej i prościej”).';

export const LONG_POST_TITLE =
	'Deputy Director, Intelligence Sharing, Data Standards and Partner Integration, Threat Leadership Directorate (Organised Immigration Crime Programme)';
