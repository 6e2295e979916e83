/** 法鉴: reads Chinese rule-of-law government annual reports, in the page. */

/** A figure. Spans are byte offsets into the report's `text`, in UTF-8. */
export interface Statistic {
  topic: string;
  indicator: string;
  canonical: boolean;
  label: string;
  value: number | null;
  unit: string | null;
  approximation: "about" | "over" | "under" | "nearly" | null;
  change: Change | null;
  parent: string | null;
  period: string | null;
  section: number | null;
  quote: string;
  span: [number, number];
}

/** How a figure changed against the year before. */
export interface Change {
  direction: "up" | "down" | "flat" | "ratio";
  value: number | null;
  unit: string | null;
  from: number | null;
}

/** A heading. */
export interface Section {
  level: number;
  number: string | null;
  heading: string;
  span: [number, number];
}

/** What was checked. */
export interface Check {
  kind: string;
  verdict: "ok" | "warn" | "fail" | "unknown";
  message: string;
  statistics: number[];
  sections: number[];
  source: string | null;
}

/** A report as it was read. */
export interface Report {
  schema: "1";
  source: { name: string; format: string; encoding: string; bytes: number };
  title: string | null;
  issuer: string | null;
  addressee: string | null;
  year: number | null;
  document_number: string | null;
  index_number: string | null;
  published: string | null;
  signed: string | null;
  sections: Section[];
  statistics: Statistic[];
  checks: Check[];
  text: string;
}

/**
 * What went wrong: a word for programs, a sentence for people in the viewer's language.
 *
 * Before anything is shown: `too-old` (the browser), `wasm-forbidden` (the policy lacks `'wasm-unsafe-eval'`), `not-loaded`
 * (the programs are not where they are looked for), `stopped`. About `src`: `not-found`, `not-fetched`, `cross-origin`.
 * About what was opened, among others: `not-text`, `damaged`, `locked`, `too-much`.
 */
export interface Trouble {
  code: string;
  message: string;
}

/** How the viewer is mounted. */
export interface Options {
  /** Without a shadow root, so that a page's own tools for reading aloud reach the words. */
  light?: boolean;
  theme?: "auto" | "light" | "dark" | "white" | "black" | "yellow" | null;
  lang?: string | null;
  view?: "report" | "statistics" | "charts" | null;
  /** Reads in a worker. Not under Trusted Types that allow no policy. */
  worker?: boolean;
  /** The folder of the programs, where it is not that of the script. */
  base?: string | null;
  onready?: (report: Report) => void;
  onerror?: (error: Error & Trouble) => void;
}

/** A viewer in an element. */
export interface Handle {
  readonly report: Report | null;
  openFile(file: File | Blob, name?: string): void;
  openText(text: string, name?: string): void;
  openUrl(address: string): void;
  set(name: "theme" | "view" | "lang", value: string | null): void;
  destroy(): void;
}

/** Starts the viewer in an element. */
export function mount(element: Element, options?: Options): Handle;

/**
 * Reads the report in some bytes, without showing it; refused with a {@link Trouble}. Works in a worker of your own too;
 * with the classic script, name the folder of the `.wasm` files there as `base`.
 */
export function analyze(bytes: Uint8Array | ArrayBuffer, name?: string, options?: { base?: string }): Promise<Report>;

/** The tag that this copy of the script defines, or found defined: `fajian-report` unless something else has that name. */
export const tag: string | null;

/**
 * `<fajian-report src lang theme view render worker base>`. `render`, `worker` and `base` are looked at when it starts.
 *
 * Parts for `::part()`: `top-bar`, `outline`, `main`, `overview`, `charts`, `chart`, `checks`, `text`, `statistics`,
 * `view-bar`, `open`, `notice`.
 */
export interface FajianReport extends HTMLElement {
  readonly report: Report | null;
  file: File | Blob | null;
  openText(text: string, name?: string): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "fajian-report": FajianReport;
  }
  interface HTMLElementEventMap {
    "fajian-ready": CustomEvent<Report>;
    "fajian-error": CustomEvent<Trouble>;
  }
  interface Window {
    /** What the classic script leaves. */
    Fajian: { mount: typeof mount; analyze: typeof analyze; tag: typeof tag };
  }
}
