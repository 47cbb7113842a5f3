import { messagesIn } from '../messages/messages.ts';
import type { PageFrame } from '../site/site-page.tsx';
import { SitePage } from '../site/site-page.tsx';

interface ErrorPageProps {
  readonly frame: PageFrame;
  readonly kind: 'notFound' | 'failed';
}

/** What a reader sees where there is no page, or where one failed: what happened and what to do next. */
export function ErrorPage({ frame, kind }: ErrorPageProps) {
  const messages = messagesIn(frame.preferences.locale);
  const title = kind === 'notFound' ? messages.notFoundTitle : messages.failedTitle;
  const help = kind === 'notFound' ? messages.notFoundHelp : messages.failedHelp;
  return (
    <SitePage frame={frame} title={title} description={help} head={<meta name="robots" content="noindex" />}>
      <div className="page nothing-page">
        <h1>{title}</h1>
        <p className="lead">{help}</p>
        <p>
          <a href="/">{messages.toHome}</a>
        </p>
      </div>
    </SitePage>
  );
}
