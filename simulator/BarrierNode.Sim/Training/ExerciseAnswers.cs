namespace BarrierNode.Sim;

/// <summary>What a trainee does in an exercise, written down beforehand: for tests, and to show how it is done.</summary>
/// <param name="Exercise">Id of the exercise.</param>
/// <param name="Steps">What is done, in order: a step begins when the one before has ended.</param>
public sealed record ExerciseAnswers(string Exercise, IReadOnlyList<AnswerStep> Steps);

/// <summary>One thing that a trainee does.</summary>
/// <param name="Role">Who.</param>
/// <param name="Step">When, and what; it expects nothing.</param>
public sealed record AnswerStep(ExerciseRole Role, ScenarioStep Step);
