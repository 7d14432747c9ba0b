/** The types of the page's modules: those of openapi.yaml, and what the page makes of them. */
import type { components } from '../typescript-client/target/api';

declare global {
  type Schemas = components['schemas'];

  /** What is known of a paper beside its review. */
  type Facts = { authors?: string[]; year?: number; venue?: string; doi?: string };
  type Language = Schemas['Language'];
  type Bilingual = Schemas['Bilingual'];
  type Part = Schemas['TextPart'];
  type Link = Schemas['Link'];
  type Article = Schemas['Article'] & { url?: string };
  type Section = Schemas['Section'];
  type Sections = Schemas['Sections'];
  type SectionWithPapers = Schemas['SectionWithPapers'];
  type Paper = Schemas['PaperOfEdition'] & Facts;
  type Related = Schemas['RelatedPapers'];
  type Suggestion = Schemas['Suggestion'];
  type Found = Omit<Schemas['FoundPapers'], 'papers'> & {
    papers: (Schemas['FoundPapers']['papers'][number] & Facts)[];
    facets: { authors?: { author: string; count: number }[] };
  };

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
    sections: Map<string, Section>;
    articles: Article[];
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
