namespace BarrierNode.Site.New;

/// <summary>Asks a technician everything that a site file needs. Any answers that it takes make a site without problems.</summary>
public static class SiteInterview
{
    private const int MaxLanes = 4;

    /// <summary>Holds the interview.</summary>
    /// <param name="dialogue">The person.</param>
    /// <param name="boards">The boards that there are, at least one.</param>
    /// <returns>The answers.</returns>
    /// <exception cref="NoMoreAnswersException">The person ended it.</exception>
    public static SiteAnswers Hold(Dialogue dialogue, IReadOnlyList<BoardModel> boards)
    {
        dialogue.Head("Place");
        string city = Place(dialogue, "City", "city");
        string site = Place(dialogue, "Site within the city", "site");
        string node = Place(dialogue, "Node within the site: the name of this cabinet", "node-1");

        dialogue.Head("Board");
        BoardModel board = Board(dialogue, boards);
        var pins = new PinBook(board);
        var ask = new PinQuestions(dialogue, pins);
        pins.Reserve(outputs: 1, inputs: 1);
        LaneInterview.ReserveLane(pins, ownWarning: true);

        dialogue.Head("Cabinet");
        int permit = ask.Output("permission pulse, which the permission chain watches", "permit");
        int emergencyStop = ask.EmergencyStop("emergency stop, a normally closed contact");
        int? second = Optional(1, "Has the emergency stop a second contact, with a wire of its own?", false) ? ask.EmergencyStop("its second contact") : null;
        int? reset = Optional(1, "Is there a reset button in the cabinet?", true) ? ask.Input("reset button, a normally open contact", "reset button") : null;

        var lanes = new List<LaneAnswers>();
        do
        {
            lanes.Add(new LaneInterview(dialogue, pins, ask, lanes).Hold());
        }
        while (Another());

        return new SiteAnswers
        {
            City = city,
            Site = site,
            Node = node,
            Board = board,
            PermitPin = permit,
            EmergencyStopPin = emergencyStop,
            SecondEmergencyStopPin = second,
            ResetPin = reset,
            Lanes = lanes,
        };

        bool Optional(int inputs, string question, bool preset)
        {
            bool wanted = pins.HasRoom(0, inputs) && dialogue.Yes(question, preset);
            pins.Reserve(0, wanted ? inputs : 0);
            return wanted;
        }

        bool Another()
        {
            dialogue.Say("");
            if (lanes.Count == MaxLanes)
            {
                dialogue.Say($"{MaxLanes} lanes are the most that one node can have.");
                return false;
            }

            if (!pins.HasRoom(LaneInterview.LeastOutputs, LaneInterview.LeastInputs))
            {
                dialogue.Say("The board has no pins left for another lane.");
                return false;
            }

            bool wanted = dialogue.Yes("Is there another lane at this cabinet?", false);
            if (wanted)
            {
                LaneInterview.ReserveLane(pins, ownWarning: false);
            }

            return wanted;
        }
    }

    private static string Place(Dialogue dialogue, string question, string preset) => dialogue.Text(
        $"{question}, {Names.PlaceForm}", preset, answer => Names.IsPlace(answer) ? null : $"Expected {Names.PlaceForm}.");

    private static BoardModel Board(Dialogue dialogue, IReadOnlyList<BoardModel> boards)
    {
        foreach (BoardModel each in boards)
        {
            dialogue.Say($"  {each.Name}: {each.Title}");
        }

        string preset = boards.MaxBy(b => b.Pins.Values.Count(p => p.MayBeOutput))!.Name;
        string name = dialogue.Word("Which board?", preset, [.. boards.Select(b => b.Name)]);
        BoardModel board = boards.First(b => b.Name == name);
        foreach (string sentence in board.Preparation)
        {
            dialogue.Say($"  {sentence}");
        }

        return board;
    }
}
