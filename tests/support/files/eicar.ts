/**
 * The test string that every scanner takes for malware and that does nothing (eicar.org). In two pieces,
 * so that no scanner on a developer's machine takes this file away.
 */
export const EICAR = [
	'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
	'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
].join('');

export const EICAR_SIGNATURE = 'Eicar-Test-Signature';
