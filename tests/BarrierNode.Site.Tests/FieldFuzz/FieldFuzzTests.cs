using BarrierNode.Control;

namespace BarrierNode.Site.Tests.FieldFuzz;

/// <summary>
/// Every single value of every site file, broken in every way that a hand or a bad copy breaks a value: it is refused with the line, or it is a
/// site whose node forbids at least what the intact one forbids.
/// </summary>
[TestClass]
public sealed class FieldFuzzTests
{
    // A different word here is another decision of the planner, not a broken value: it may well change the rules.
    private static readonly string[] Decisions =
        ["id", "name", "barriers", "lane", "role", "kind", "contact", "sallyPort", "use", "city", "site", "node", "board", "unpowered"];

    private static readonly string[] Garbage = ["zzz", "-1", "999999999", "1.5e9", "[]", "{}", "'7'", "~", "*a", "&a 1", "!x 1"];

    public required TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Sites => Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml")
        .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).Select(name => new object[] { name! });

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Field_Broken_IsRefusedWithItsLineOrForbidsNoLess(string name)
    {
        string yaml = SiteFiles.SiteText(name);
        SiteTable intact = SiteCompiler.Compile(SiteFiles.Read(yaml));
        int sites = 0;
        int refused = 0;
        foreach (Field field in Field.Of(yaml))
        {
            foreach ((string broken, bool garbage) in Breaks(yaml, field))
            {
                if (Judge(field, yaml, broken, garbage, intact))
                {
                    sites++;
                }
                else
                {
                    refused++;
                }
            }
        }

        TestContext.WriteLine($"{name}: {sites + refused} broken fields: {refused} refused, {sites} are sites");
        Assert.IsGreaterThan(sites, refused);
        Assert.IsGreaterThan(0, sites);
    }

    private static IEnumerable<(string Text, bool Garbage)> Breaks(string yaml, Field field)
    {
        string value = yaml[field.Start..field.End];
        foreach (string garbage in Garbage)
        {
            yield return (field.Replace(yaml, garbage), garbage != "zzz" || value.All(c => char.IsAsciiDigit(c) || c == '.'));
        }

        yield return (yaml[..field.KeyStart] + yaml[field.End..], false);
        for (int i = 0; i < value.Length; i++)
        {
            yield return (field.Replace(yaml, value.Remove(i, 1)), false);
            yield return (field.Replace(yaml, value.Insert(i, value[i].ToString())), false);
            yield return (field.Replace(yaml, value[..i] + (char)(value[i] ^ 1) + value[(i + 1)..]), false);
        }

        if (int.TryParse(value, out int number))
        {
            yield return (field.Replace(yaml, $"{number + 1}"), false);
            yield return (field.Replace(yaml, $"{number - 1}"), false);
            yield return (field.Replace(yaml, $"{number}0"), false);
        }
    }

    // True when the text is a site.
    private static bool Judge(Field field, string yaml, string broken, bool garbage, SiteTable intact)
    {
        int line = field.LineIn(yaml);
        SiteModel site;
        try
        {
            site = SiteFiles.Read(broken);
        }
        catch (SiteFileException e)
        {
            Assert.IsNotEmpty(e.Problems);
            int lines = broken.Split('\n').Length;
            Assert.IsTrue(e.Problems.All(p => p.Line >= 1 && p.Line <= lines), e.Message);
            if (garbage && !Decisions.Contains(field.Key))
            {
                Assert.IsTrue(e.Problems.Any(p => Math.Abs(p.Line - line) <= 1), $"{field.Key} on line {line} is broken, and the problem is:\n{e.Message}");
            }

            return false;
        }

        SiteTable table = SiteCompiler.Compile(site);
        Assert.IsNull(SiteTableCheck.Fault(table));
        if (!Decisions.Contains(field.Key))
        {
            IReadOnlyList<string> less = Forbidden.Lacking(intact, table);
            Assert.IsEmpty(less, $"{field.Key} on line {line} of the text\n{broken}\nno longer says: {string.Join("; ", less)}");
        }

        return true;
    }
}
