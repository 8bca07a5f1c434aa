/** A name as it stands alone: on a chip, in a list, as a heading. Inside a sentence it keeps its small letter, and a name that is written so (iLavoro) keeps it everywhere. */
export const capital = (name: string) => (/^.\p{Lu}/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1));
