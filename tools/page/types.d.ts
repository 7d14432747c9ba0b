/** The types of the page's modules: those of openapi.yaml, and what the page makes of them. */
import type { components } from '../typescript-client/target/api';

declare global {
  type Schemas = components['schemas'];

  type Language = Schemas['Language'];
  type Bilingual = Schemas['Bilingual'];
  type Part = Schemas['TextPart'];
  type Link = Schemas['Link'];
  type Article = Schemas['Article'];
  type ArticleHeading = Schemas['ArticleHeading'];
  type Section = Schemas['Section'];
  type SectionHeading = Schemas['SectionHeading'];
  type Sections = Schemas['Sections'];
  type SectionWithPapers = Schemas['SectionWithPapers'];
  type Paper = Schemas['PaperOfEdition'];
  type Related = Schemas['RelatedPapers'];
  type Suggestion = Schemas['Suggestion'];
  type Found = Schemas['FoundPapers'];
  type Hit = Schemas['Hit'];

  /** What the page shows, as its address says: a search with filters, or the paper that is open. */
  type State = Record<'q' | Filter | 'paper' | 'lang', string>;
  type Filter = 'section' | 'article' | 'keyword' | 'author' | 'year';

  /** Where a reader was: scroll position, number of pages, focused element. */
  type Place = { y?: number; pages?: number; focus?: string };

  /** A problem of the API (RFC 9457), or what stands for one: `unreachable` where no answer came. */
  type Problem = Partial<Schemas['Problem']> & {
    message?: string;
    unreachable?: boolean;
    requestId?: string;
    retryAfter?: number;
  };

  type List = {
    kind: 'list';
    state: State;
    pages: Found[];
    /** Those whose introductions are known, by their ids. */
    sections: Map<string, Section>;
    /** The articles and sections, or the section that is listed; nothing for a search. */
    about?: any;
    /** Where there are more sections. */
    rest?: string;
    problem?: Problem;
  };
  type OpenPaper = {
    kind: 'paper';
    state: State;
    paper: Paper;
    article?: Article;
    related?: Related;
    contents?: SectionWithPapers;
    citing?: boolean;
  };
  type Shown =
    | { kind: 'loading'; state?: State }
    | List
    | OpenPaper
    | { kind: 'failure'; state: State; problem: Problem };

  /** What the store needs of the API. */
  type Reading = Pick<import('../../web/store').Api, 'get' | 'answers'>;

  /** What an element may contain; lists may be nested. */
  type Child = Node | string | number | null | undefined | false | any[];
}
