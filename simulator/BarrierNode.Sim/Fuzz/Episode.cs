using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz;

/// <summary>One life of one site: a safety phase in which everything happens, then a liveness phase in which all is healed and must work again.</summary>
internal sealed class Episode
{
    private const int ShortestS = 400;
    private const int LongestS = 1800;
    private const long StartUs = 2_000_000;
    private const long ArriveUs = 60_000_000;

    private readonly City _city;
    private readonly Station _station;
    private readonly FuzzStage _stage;
    private readonly LawKeeper _laws;
    private readonly FuzzCoverage _coverage = new();
    private readonly LanePosition[] _positions;

    private Episode(SiteModel site, int seed, StreetStart start)
    {
        _city = new City([site], new CityOptions(seed, start));
        _station = _city.Stations[0];
        _laws = new LawKeeper(_city, _station);
        _stage = new FuzzStage(_city, _station, _laws.Doubts);
        _positions = new LanePosition[site.Lanes.Count];
        _station.Node.Reported += told => _coverage.Hear(told, _station.Table);
        _station.Node.Scanned += NotePositions;
    }

    /// <summary>Lives a random life.</summary>
    /// <param name="number">Its number in the run.</param>
    /// <param name="seed">Seed of all chance in it.</param>
    /// <param name="sites">The sites of which it has one.</param>
    public static EpisodeResult Live(int number, int seed, IReadOnlyList<FuzzSite> sites)
    {
        var random = new Random(seed);
        FuzzSite site = sites[random.Next(sites.Count)];
        site = random.Next(3) == 0 ? site : SiteVariation.Of(site, random);
        var start = (StreetStart)random.Next(3);
        long endUs = 1_000_000L * random.Next(ShortestS, LongestS);
        Episode episode = new(site.Read(), seed, start);
        return episode.Run(number, seed, site, start, endUs, () => episode.LiveUntil(endUs, random));
    }

    /// <summary>Does again what was done in a life, or a part of it.</summary>
    /// <param name="life">The life.</param>
    /// <param name="actions">What is done of it.</param>
    /// <param name="endUs">When the safety phase ends.</param>
    public static EpisodeResult Repeat(EpisodeResult life, IReadOnlyList<FuzzAction> actions, long endUs)
    {
        Episode episode = new(life.Site.Read(), life.Seed, life.Start);
        return episode.Run(life.Number, life.Seed, life.Site, life.Start, endUs, () => episode.RepeatUntil(endUs, actions));
    }

    private EpisodeResult Run(int number, int seed, FuzzSite site, StreetStart start, long endUs, Action safety)
    {
        int? acted = null;
        try
        {
            safety();
            acted = _stage.Done.Count;
            if (_laws.Finding is null && new Technician(_city, _station, _stage).Serve(() => _laws.Finding is not null) is { } trouble)
            {
                _laws.Break(FuzzLaw.Unusable, trouble);
            }

            if (_laws.Finding is null)
            {
                _city.Advance(ArriveUs);
                _laws.Close();
            }
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            _laws.Break(FuzzLaw.Crash, $"throws {wrong.GetType().Name}: {wrong.Message}{wrong.StackTrace}");
        }

        foreach (FuzzAction action in _stage.Done)
        {
            _coverage.Did(action);
        }

        int done = acted ?? _stage.Done.Count;
        return new EpisodeResult(
            number, seed, site, start, endUs, _city.NowUs / 1e6 * _station.Site.Lanes.Count, _city.Hash.Value, _laws.Strokes, _laws.Finding, _stage.Done[..done])
        {
            Served = _stage.Done[done..],
            Coverage = _coverage,
            Refusals = _laws.Refusals,
            Replayed = _laws.Replayed,
            Survived = _laws.Survived,
        };
    }

    private void LiveUntil(long endUs, Random random)
    {
        RandomLife life = new(_station, _stage, random);
        _city.Advance(StartUs);
        life.Begin(_city.NowUs);
        while (_laws.Finding is null && _city.NowUs < endUs)
        {
            _city.Advance(Math.Max(0, Math.Min(endUs, life.NextUs) - _city.NowUs));
            life.Live(_city.NowUs);
        }
    }

    private void RepeatUntil(long endUs, IReadOnlyList<FuzzAction> actions)
    {
        foreach (FuzzAction action in actions)
        {
            AdvanceTo(Math.Min(endUs, action.AtUs));
            if (_laws.Finding is not null || action.AtUs > endUs)
            {
                break;
            }

            _stage.Do(action);
        }

        AdvanceTo(endUs);
    }

    // Not all at once: a broken law ends it.
    private void AdvanceTo(long us)
    {
        while (_laws.Finding is null && _city.NowUs < us)
        {
            _city.Advance(Math.Min(1_000_000, us - _city.NowUs));
        }
    }

    private void NotePositions()
    {
        for (int l = 0; l < _positions.Length; l++)
        {
            LanePosition position = _station.Node.Controller.Position(l);
            if (position != _positions[l])
            {
                _coverage.Moved(_positions[l], position);
                _positions[l] = position;
            }
        }
    }
}
