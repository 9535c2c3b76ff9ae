/** A number or code that is read left to right in both languages. */
export const Identifier = ({ children }: { children: string | number }) => (
  <bdi dir="ltr" class="identifier">
    {children}
  </bdi>
)
