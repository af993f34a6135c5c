/**
 * Our own rules for forced colours, out of their media query, so that they can be looked at where the system has none.
 * The browser's part, which overrules everything else, only the system can do. Returns how to take them off again.
 */
export function forceColours(): () => void {
  const rules = [...document.styleSheets].flatMap((sheet) => inner([...sheet.cssRules]))
  const style = document.createElement('style')
  style.textContent = rules.join('\n')
  document.head.append(style)
  return () => style.remove()
}

const inner = (rules: readonly CSSRule[]): string[] =>
  rules.flatMap((rule) =>
    rule instanceof CSSMediaRule && rule.conditionText.includes('forced-colors')
      ? [...rule.cssRules].map(({ cssText }) => cssText)
      : [],
  )
