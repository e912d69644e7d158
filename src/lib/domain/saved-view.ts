/** The pages whose filter can be kept under a name. */
export const VIEW_PAGES = ['dashboard', 'assignments', 'matrix', 'reviews'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];
