/** Whether the version of Moodle is this one (`4.4`) or newer. */
export type HasVersion = (version: string) => boolean;
