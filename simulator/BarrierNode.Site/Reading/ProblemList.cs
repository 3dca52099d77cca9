namespace BarrierNode.Site;

/// <summary>The problems of one file while it is read: reading goes on after a problem, so that a person sees all of them at once.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<SiteProblem> _problems = [];

    public void Add(int line, string what, string expected)
    {
        var problem = new SiteProblem(file, line, what, expected);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new SiteFileException([.. _problems.OrderBy(p => p.Line)]);
        }
    }
}
