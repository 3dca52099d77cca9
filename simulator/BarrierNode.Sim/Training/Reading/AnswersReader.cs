using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Reads the answers of a trainee.</summary>
internal sealed class AnswersReader
{
    private readonly Exercise _exercise;
    private readonly ProblemList _problems;
    private readonly Section _root;
    private readonly StepReader _steps;

    public AnswersReader(string path, Exercise exercise, SiteModel model)
    {
        _exercise = exercise;
        _problems = new ProblemList(path);
        _root = new Section(_problems, YamlTree.Read(path, _problems, TextFile.Text(path, TextFile.Bytes(path))), "");
        ScenarioSite site = new(_problems, model);
        foreach (ScenarioAct? act in exercise.Incidents.Select(i => i.Act))
        {
            if (act is SendAct or ParkAct)
            {
                site.NewVehicle(_root, act is SendAct send ? send.Name : ((ParkAct)act).Name);
            }
        }

        _steps = new StepReader(site, new FactReader(site));
    }

    /// <exception cref="SiteFileException">There are problems.</exception>
    public ExerciseAnswers Read()
    {
        string? id = _root.Text("answers", $"the exercise that they are for: {_exercise.Id}");
        if (id is not null && id != _exercise.Id)
        {
            _problems.Add(_root.LineOf("answers"), $"'answers' is '{id}'", $"the exercise that is run: {_exercise.Id}");
        }

        List<AnswerStep> steps = [];
        foreach (YamlItem item in _root.List("steps", "a list of steps, [] for none")?.Items ?? [])
        {
            if (item is YamlMap map)
            {
                steps.Add(Step(new Section(_problems, map, "")));
            }
            else
            {
                _problems.Add(item.Line, $"this step is {Section.Kind(item)}", "a group of keys");
            }
        }

        _root.Done();
        _problems.ThrowIfAny();
        return new(_exercise.Id, steps);
    }

    private AnswerStep Step(Section section)
    {
        (string Word, ExerciseRole Value)[] roles = [.. ExerciseRoles.Words.Where(w => _exercise.Roles.Contains(w.Value))];
        ExerciseRole role = section.OptionalWord("role", roles) ?? _exercise.Roles.FirstOrDefault();
        ScenarioStep step = _steps.Read(section);
        if (step.Expect is not null)
        {
            _problems.Add(section.Line, "this step expects something", "something to do; what is expected are the goals of the exercise");
        }
        else if (step.Act is { } act and not WaitAct && !ExerciseRoles.May(role, act))
        {
            _problems.Add(section.Line, $"the {ExerciseRoles.Word(role)} has '{act.Verb}'", $"one of {string.Join(", ", ExerciseRoles.Verbs(role))}, wait");
        }

        return new(role, step);
    }
}
