using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Monitoring;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>What is done next of an internship that began.</summary>
internal enum NextStepCode
{
    /// <summary>The communication of the start, where it may follow.</summary>
    CommunicateStart,
    CommunicateExtension,
    CommunicateCessation,

    /// <summary>A month is over and its register is not closed: the earliest.</summary>
    CloseRegister,

    /// <summary>A visit or an interview is due today or was before.</summary>
    Visit,

    /// <summary>The evaluation of the educator, or the one with the person, is awaited.</summary>
    Evaluate,

    /// <summary>The last day has come: its outcome is recorded.</summary>
    End,

    /// <summary>It rests, and nobody knows until when.</summary>
    Resume,

    /// <summary>Nothing is due: the register of this month goes on.</summary>
    WriteRegister,

    /// <summary>The company is asked whether it hired.</summary>
    AskHiring,

    /// <summary>Nothing is left but to look at it as a whole.</summary>
    OpenDossier,
}

/// <summary>The next step, with what it is about.</summary>
/// <param name="Code">What is to be done.</param>
/// <param name="DueOn">By when, where there is such a day.</param>
internal sealed record NextStep(NextStepCode Code, DateOnly? DueOn = null)
{
    /// <summary>The month of the register.</summary>
    public string? Month { get; init; }

    /// <summary>The extension that is communicated.</summary>
    public Guid? ExtensionId { get; init; }

    /// <summary>The rest that is closed.</summary>
    public Guid? SuspensionId { get; init; }

    /// <summary>At the company, or with the intern.</summary>
    public VisitKind? Kind { get; init; }

    /// <summary>Which evaluation.</summary>
    public EvaluationStage? Stage { get; init; }

    /// <summary>Whose evaluation.</summary>
    public Evaluator? Author { get; init; }

    /// <summary>
    /// What the law wants by a day comes first (communications), then what people are paid by (registers), then what is done with the person (visits, evaluations), and only then the end of it: nobody is
    /// led to close an internship over what is still open of it.
    /// </summary>
    public static NextStep? Of(NextStepFacts facts)
    {
        if (facts.State is InternshipState.Proposed or InternshipState.Cancelled || facts.Today < facts.StartsOn)
        {
            return null;
        }

        return Communication(facts) ?? Due(facts) ?? (facts.State is InternshipState.Active ? Running(facts) : Over(facts));
    }

    private static NextStep? Communication(NextStepFacts facts) =>
        facts.StartDueOn is { } start ? new(NextStepCode.CommunicateStart, start)
        : facts.Extension is { } extension ? new(NextStepCode.CommunicateExtension, extension.DueOn) { ExtensionId = extension.Id }
        : facts.CessationDueOn is { } cessation ? new(NextStepCode.CommunicateCessation, cessation)
        : null;

    private static NextStep? Due(NextStepFacts facts) =>
        facts.OpenMonth is { } month ? new(NextStepCode.CloseRegister, Attendance.Rules.RegisterIsDue.By(month)) { Month = month.Text }
        : facts.Visit is { } visit && visit.DueOn <= facts.Today ? new(NextStepCode.Visit, visit.DueOn) { Kind = visit.Kind }
        : facts.Evaluation is { } evaluation ? new(NextStepCode.Evaluate, evaluation.By) { Stage = evaluation.Stage, Author = evaluation.Author }
        : null;

    private static NextStep Running(NextStepFacts facts) =>
        facts.Today >= facts.LastDay ? new(NextStepCode.End, facts.LastDay)
        : facts.OpenRest is { } rest ? new(NextStepCode.Resume) { SuspensionId = rest }
        : new(NextStepCode.WriteRegister) { Month = Attendance.RegisterMonth.Of(facts.Today).Text };

    private static NextStep Over(NextStepFacts facts) => facts.HiringIsDue ? new(NextStepCode.AskHiring) : new(NextStepCode.OpenDossier);
}

/// <summary>What the next step depends on.</summary>
internal sealed record NextStepFacts(InternshipState State, DateOnly StartsOn, DateOnly LastDay, DateOnly Today)
{
    /// <summary>By when the start is communicated, if it was not.</summary>
    public DateOnly? StartDueOn { get; init; }

    /// <summary>The first extension that is to be communicated.</summary>
    public (Guid Id, DateOnly DueOn)? Extension { get; init; }

    /// <summary>By when the end is communicated, if it is to be.</summary>
    public DateOnly? CessationDueOn { get; init; }

    /// <summary>The earliest month that is over and not closed.</summary>
    public Attendance.RegisterMonth? OpenMonth { get; init; }

    /// <summary>The visit or interview that is due first.</summary>
    public (VisitKind Kind, DateOnly DueOn)? Visit { get; init; }

    /// <summary>The evaluation that is awaited of the service.</summary>
    public (EvaluationStage Stage, Evaluator Author, DateOnly By)? Evaluation { get; init; }

    /// <summary>A rest whose end is not known.</summary>
    public Guid? OpenRest { get; init; }

    /// <summary>The company has not said yet whether it hired.</summary>
    public bool HiringIsDue { get; init; }
}
