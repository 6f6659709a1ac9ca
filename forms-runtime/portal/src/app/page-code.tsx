import { lazy, type ComponentType } from 'react';

/** A page whose code comes when it is opened. */
export interface PageCode<Props extends object> {
  readonly Page: ComponentType<Props>;
  /** Fetches the code; from then on the page shows at once. */
  readonly load: () => Promise<void>;
}

/**
 * A page that comes when it is opened. What has been loaded is shown without the detour of a lazy component, which would blink: React keeps
 * its placeholder in view for a third of a second.
 */
export const pageCode = <Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): PageCode<Props> => {
  let Loaded: ComponentType<Props> | undefined;
  const load = async (): Promise<void> => {
    Loaded ??= await fetchPage();
  };
  const Later = lazy(async () => ({ default: await fetchPage() }));
  const Page = (props: Props) => (Loaded === undefined ? <Later {...props} /> : <Loaded {...props} />);
  return { Page, load };
};
