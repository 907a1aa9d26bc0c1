/** A number with its word, in one form for one and another for more. */
export const n = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
