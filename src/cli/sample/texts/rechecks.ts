// What an inspector finds who looks again at what was confirmed. All invented.

export const SUSTAINED = [
	'Looked at again by telephone and by a sample of records of the last month: as it was when it was confirmed.',
	'Still in place. The post has a new holder, who had been told and who could show the last quarter.',
	'The figures of the last two quarters are as good as those that came with the claim.'
];

export const LAPSED =
	'The log ends in the month after it was confirmed: nobody took it over when the project closed. It has to be put back, with a post that keeps it.';

export const PUT_BACK =
	'We accept what the re-check found. The log is kept again from this month, and the post that keeps it has been named. We will show two months of use before we report it complete.';
