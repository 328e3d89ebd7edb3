/** What every build step knows. */
export type BuildContext = {
  readonly root: string;
  readonly dist: string;
  /** dist/public: what the portal serves under hashed names. */
  readonly publicFolder: string;
  readonly development: boolean;
  readonly note: (text: string) => void;
};
