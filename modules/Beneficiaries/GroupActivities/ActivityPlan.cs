using System.Globalization;
using FluentValidation;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>What a group will do, when and where: of a plan and of its change.</summary>
internal interface IActivityPlan
{
    /// <summary>What the group does.</summary>
    GroupActivityKind? Kind { get; }

    /// <summary>The Italian day.</summary>
    DateOnly? On { get; }

    /// <summary>When it begins: HH:mm, Italian time.</summary>
    string? At { get; }

    /// <summary>When it ends, on the same day.</summary>
    string? Until { get; }

    /// <summary>What it is called; it is the note of each appointment.</summary>
    string? Title { get; }

    /// <summary>Where.</summary>
    string? Place { get; }
}

/// <summary>The rules of a plan, whoever carries it.</summary>
internal abstract class PlansActivity<TCommand> : AbstractValidator<TCommand> where TCommand : IActivityPlan
{
    private const string Hour = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private const int MostYears = 2, Shortest = 5, Longest = 600;

    protected PlansActivity(TimeProvider clock)
    {
        RuleFor(activity => activity.Kind).NotNull().IsInEnum();
        RuleFor(activity => activity.On).NotNull();
        RuleFor(activity => activity.On).Must(day => day is null || (day >= clock.Today() && day <= clock.Today().AddYears(MostYears))).WithErrorCode("planned-activity.day")
            .WithMessage(_ => new Words("Si programma da oggi a due anni: quello che si è già fatto si registra.", "One plans from today to two years ahead: what was done already is recorded.").ToString());
        RuleFor(activity => activity.At).NotEmpty();
        RuleFor(activity => activity.At).Matches(Hour).When(activity => !string.IsNullOrEmpty(activity.At)).WithErrorCode("appointment.time").WithMessage(_ => Time.ToString());
        RuleFor(activity => activity.Until).NotEmpty();
        RuleFor(activity => activity.Until).Matches(Hour).When(activity => !string.IsNullOrEmpty(activity.Until)).WithErrorCode("appointment.time").WithMessage(_ => Time.ToString());
        RuleFor(activity => activity.Until).Must((activity, _) => ActivityTimes.MinutesOf(activity) is null or (>= Shortest and <= Longest)).WithErrorCode("planned-activity.until")
            .WithMessage(_ => new Words("La fine viene dopo l'inizio, nello stesso giorno, al massimo dieci ore dopo.", "The end comes after the beginning, on the same day, ten hours later at most.").ToString());
        RuleFor(activity => activity.Title).NotEmpty().MaximumLength(120);
        RuleFor(activity => activity.Place).MaximumLength(200);
    }

    private static Words Time { get; } = new("L'ora si scrive come 09:30.", "Write the time as 09:30.");
}

/// <summary>When a planned activity begins and ends.</summary>
internal sealed record ActivityTimes(DateTimeOffset StartsAt, int Minutes)
{
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Of a plan that was found right.</summary>
    public static ActivityTimes Of(IActivityPlan plan) =>
        new(plan.On!.Value.AtInItaly(TimeOnly.ParseExact(plan.At!, "HH:mm", CultureInfo.InvariantCulture)), MinutesOf(plan)!.Value);

    /// <summary>How long it lasts; null while the hours are not written as hours.</summary>
    public static int? MinutesOf(IActivityPlan plan) =>
        TimeOnly.TryParseExact(plan.At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && TimeOnly.TryParseExact(plan.Until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? (int)(until.ToTimeSpan() - at.ToTimeSpan()).TotalMinutes
            : null;
}
