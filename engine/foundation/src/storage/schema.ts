/** The one schema of the database in which the rooms of casework keep their tables. */
export const schema = 'casework';
