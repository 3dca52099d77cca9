namespace BarrierNode.Sim;

/// <summary>Who acts in an exercise.</summary>
public enum ExerciseRole
{
    /// <summary>Sits in the control room: sends commands, sees what the nodes tell.</summary>
    Operator,

    /// <summary>Stands at the cabinet: buttons, keys, hands, tools.</summary>
    Technician,

    /// <summary>Leads the exercise: may do everything.</summary>
    Trainer,
}

/// <summary>What the roles may do.</summary>
public static class ExerciseRoles
{
    /// <summary>The words of the roles in files.</summary>
    internal static IReadOnlyList<(string Word, ExerciseRole Value)> Words { get; } =
        [.. Enum.GetValues<ExerciseRole>().Select(r => (Word(r), r))];

    /// <summary>The word of a role in files and texts.</summary>
    /// <param name="role">The role.</param>
    public static string Word(ExerciseRole role) => role.ToString().ToLowerInvariant();

    /// <summary>The keys of what a role may do, see docs/scenarios.md; empty for everything.</summary>
    /// <param name="role">The role.</param>
    public static IReadOnlyList<string> Verbs(ExerciseRole role) => role switch
    {
        ExerciseRole.Operator => ["command"],
        ExerciseRole.Technician => ["press", "release", "mend", "moveByHand"],
        _ => [],
    };

    /// <summary>The role may do this.</summary>
    /// <param name="role">The role.</param>
    /// <param name="act">What it would do.</param>
    public static bool May(ExerciseRole role, ScenarioAct act) => Verbs(role).Count == 0 || Verbs(role).Contains(act.Verb);
}
