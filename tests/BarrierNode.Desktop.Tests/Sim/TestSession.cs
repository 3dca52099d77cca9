using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Screens.Sim;
using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>A window's session without window: acts and time are those of the test alone.</summary>
internal sealed class TestSession
{
    private readonly CityPace _pace = new();

    public TestSession(StreetStart start = StreetStart.BarriersUp, int seed = 1, params string[] sites)
    {
        string[] names = sites.Length == 0 ? ["promenade"] : sites;
        Session = SimSession.Of([.. names.Select(Load)], new CityOptions(seed, start));
        Advance(5);
    }

    public SimSession Session { get; }

    public Station Station => Session.City.Stations[0];

    public StreetSnapshot Street => Station.Street.Snapshot();

    public SiteView View => SimView.Of(Session).Sites[0];

    public static SiteModel Load(string name) => SiteFile.Load(Repository.File($"simulator/sites/{name}.yaml"), ProgramFiles.BoardsFolder);

    /// <summary>Presses a button: a verb, and fields such as <c>site=0&amp;lane=promenade</c>.</summary>
    public string Do(string verb, string fields = "") => SimDesk.Do(Session, _pace, verb, Fields(fields));

    public string Refused(string verb, string fields = "") => Assert.ThrowsExactly<DeskException>(() => Do(verb, fields)).Message;

    public void Advance(double seconds)
    {
        for (long us = (long)(seconds * 1e6); us > 0; us -= CityPace.SliceUs)
        {
            Session.Advance(Math.Min(us, CityPace.SliceUs));
        }
    }

    private static Dictionary<string, string> Fields(string fields) =>
        fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]);
}
