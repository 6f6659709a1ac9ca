import { NotFoundPage } from '@irisflow/frame';
import { Route, Switch } from 'wouter';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { NewParagraphPage } from './NewParagraphPage.tsx';
import { ParagraphPage } from './ParagraphPage.tsx';
import { ParagraphsPage } from './ParagraphsPage.tsx';

/** The library of standard paragraphs. */
export const ParagraphRoutes = () => (
  <RequireClerk>
    <Switch>
      <Route path="/paragraphs">
        <ParagraphsPage />
      </Route>
      <Route path="/paragraphs/new">
        <NewParagraphPage />
      </Route>
      <Route path="/paragraphs/:paragraphId">
        {({ paragraphId }) => <ParagraphPage key={paragraphId} paragraphId={paragraphId} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </RequireClerk>
);
