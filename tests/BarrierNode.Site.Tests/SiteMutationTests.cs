namespace BarrierNode.Site.Tests;

/// <summary>Whatever a person does to a site file: it is a site, or it is refused with sentences.</summary>
[TestClass]
public sealed class SiteMutationTests
{
    private const int Mutations = 5000;

    // Characters that mean something in YAML, and some that mean nothing anywhere.
    private const string Odd = "{}[]:,-#&*!|>'\"%@`? \n\t0123456789.eE~\u0000\u0007\u00e9\u2028\uFEFF";

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void SiteText_MutatedAtRandom_GivesASiteOrAnException()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        string[] texts = [SiteFiles.SiteText("promenade"), SiteFiles.SiteText("minimal"), SiteFiles.SiteText("two-channel"), TestSite.Yaml];
        int sites = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string yaml = texts[i % texts.Length];
            for (int edits = 1 + random.Next(3); edits > 0; edits--)
            {
                yaml = Mutate(yaml, random);
            }

            try
            {
                SiteModel site = SiteFiles.Read(yaml);
                SiteCompiler.Compile(site);
                sites++;
            }
            catch (SiteFileException e)
            {
                Assert.IsNotEmpty(e.Problems);
                int lines = yaml.Split('\n').Length;
                Assert.IsTrue(e.Problems.All(p => p.Line >= 1 && p.Line <= lines), $"seed {seed}: {e.Message}\n{yaml}");
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, mutation {i}: {e}\n{yaml}");
            }
        }

        TestContext.WriteLine($"{sites} of {Mutations} mutations are sites");
        Assert.IsTrue(sites is > 0 and < Mutations, "The mutations must give both.");
    }

    private static string Mutate(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        int line = random.Next(lines.Count);
        int at = random.Next(text.Length);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(line);
                return string.Join('\n', lines);
            case 1:
                lines.Insert(line, lines[random.Next(lines.Count)]);
                return string.Join('\n', lines);
            case 2:
                lines[line] = lines[random.Next(lines.Count)];
                return string.Join('\n', lines);
            case 3:
                lines[line] = new string(' ', random.Next(6)) + lines[line].TrimStart();
                return string.Join('\n', lines);
            case 4:
                return text.Remove(at, Math.Min(1 + random.Next(8), text.Length - at));
            case 5:
                return text.Insert(at, Odd[random.Next(Odd.Length)].ToString());
            case 6:
                return text[..at] + Odd[random.Next(Odd.Length)] + text[(at + 1)..];
            default:
                return ChangeANumber(text, at, random);
        }
    }

    private static string ChangeANumber(string text, int from, Random random)
    {
        int start = text.IndexOfAny([.. "0123456789"], from);
        if (start < 0)
        {
            return text;
        }

        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        string[] numbers = ["0", "-1", "1", "39", "40", "2147483648", "99999999999999999999", "1e9", "0x10", "010", "0.5", ""];
        string number = random.Next(2) == 0 ? numbers[random.Next(numbers.Length)] : random.Next(40000).ToString();
        return text[..start] + number + text[end..];
    }
}
