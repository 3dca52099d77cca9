namespace BarrierNode.Desktop.Tests;

/// <summary>Text is readable: WCAG 2.2 AA asks for a contrast of 4.5.</summary>
[TestClass]
public class ContrastTests
{
    internal const string LowContrast = """
        () => {
          const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
          const linear = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const ground = e => {
            for (; e; e = e.parentElement) {
              const c = rgb(getComputedStyle(e).backgroundColor);
              if (c.length === 3 || c[3] === 1) return c;
            }
            return [255, 255, 255];
          };
          const found = [];
          for (const e of document.querySelectorAll('body *:not(svg *):not(noscript)')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || e.closest('.skip')) continue;
            const [a, b] = [luminance(rgb(getComputedStyle(e).color)), luminance(ground(e))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) found.push(`${ratio.toFixed(1)} ${e.textContent.trim().slice(0, 30)}`);
          }
          return found;
        }
        """;

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Text_OnThePage_HasEnoughContrast(bool live)
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(prepare: street =>
        {
            ScreenshotTests.Busy(street);
            street.Change(s => s with { Node = s.Node! with { Live = live } });
        });

        string[] found = await open.Page.EvaluateAsync<string[]>(LowContrast);

        Assert.IsEmpty(found, string.Join("; ", found));
    }
}
