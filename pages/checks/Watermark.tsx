/** Who reads this, when, and under which number, over the whole page: a picture of it names its maker. Not read out. */
export const Watermark = ({ words }: { words: string }) => (
  <div class="watermark" aria-hidden="true">
    {Array.from({ length: 24 }, (_, at) => (
      <span key={at}>{words}</span>
    ))}
  </div>
)
