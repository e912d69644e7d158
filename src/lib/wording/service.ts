export const SERVICE_NAME = 'Recommendations tracker';
export const INSPECTORATE_NAME = 'HMICFRS';
