namespace BarrierNode.Site.Tests;

/// <summary>A site with everything in it, to be spoilt in one place at a time.</summary>
internal static class TestSite
{
    public const string Rev3Outputs = "one of 4, 13, 16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33";
    public const string Rev3Inputs = "one of 4, 13, 14, 16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 34, 35, 36, 39";
    public const string OlimexOutputs = "one of 4, 13, 32, 33";
    public const string OlimexInputs = "one of 4, 13, 14, 32, 33, 34, 35, 36";

    public const string Lanes =
        """
        lanes:
          - id: north
            kind: bollard-group
            barriers: 2
            drive: { raise: [16], lower: [17], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }
            limits: { up: [34, 35], down: [36] }
            stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }
            warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
            signal: { red: 18, green: 19 }
            loops:
              - { name: inner, pin: 25, holdMs: 1000 }
              - { name: outer, pin: 26, holdMs: 1000 }
          - id: depot
            kind: sliding-gate
            drive: { raise: [22], lower: [23], deadTimeMs: 500, maxRunMs: 20000, restMs: 1000 }
            limits: { up: [27], down: [14] }
            stroke: { raiseMs: 12000, lowerMs: 12000, raiseTimeoutMs: 18000, lowerTimeoutMs: 18000 }
            warning: { raiseMs: 2000, lowerMs: 1000, pins: [21] }
            loops:
              - { name: gate, pin: 13, holdMs: 1000 }

        """;

    public const string Street =
        """
        street:
          lengthM: 60
          widthM: 22
          speedKmh: 18
          carriageways:
            - { lane: north, centreM: 7, widthM: 7, barrierAtM: 30, stopLineM: 20, loops: { inner: [24, 28], outer: [31.5, 35.5] } }
            - { lane: depot, centreM: 17, widthM: 5, barrierAtM: 30, stopLineM: 22, loops: { gate: [26, 34] } }

        """;

    public const string Yaml =
        """
        version: 1
        city: lab
        site: test
        node: node-1
        board: ESP32_REV3
        permit: { pin: 4 }
        emergencyStop: { pin: 33 }
        resetButton: { pin: 39 }

        """ + Lanes + Street;

    /// <summary>The site with some places changed; each must occur exactly once.</summary>
    public static string With(params (string Find, string Replace)[] edits)
    {
        string yaml = Yaml;
        foreach ((string find, string replace) in edits)
        {
            Assert.HasCount(2, yaml.Split(find), $"'{find}' must occur once.");
            yaml = yaml.Replace(find, replace);
        }

        return yaml;
    }

    /// <summary>Demands exactly these problems, in this order.</summary>
    public static void AssertRefused(string yaml, params string[] problems)
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read(yaml));

        Assert.AreEqual(string.Join('\n', problems), string.Join('\n', e.Problems));
        Assert.AreEqual(string.Join(Environment.NewLine, problems), e.Message);
    }
}
