/** What a person reads below a field that holds at most `limit` characters, `used` of them taken. */
export function countMessage(used: number, limit: number): string {
	const left = limit - used;
	if (left === 0) return 'You have 0 characters remaining';
	const characters = `${Math.abs(left).toLocaleString('en-GB')} character${Math.abs(left) === 1 ? '' : 's'}`;
	return left < 0 ? `You have ${characters} too many` : `You have ${characters} remaining`;
}

export function limitMessage(limit: number): string {
	return `You can enter up to ${limit.toLocaleString('en-GB')} characters`;
}
