/** Names of columns in the database from names in code; queries and generated migrations must agree on it. */
export const casing = 'snake_case';
