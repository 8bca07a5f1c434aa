using FluentValidation;

namespace InclusionPlatform.Shared;

/// <summary>The days of which the service's work can be: a year mistyped, such as 0026 or 9999, is told at its field, because no list and no calendar would ever show it.</summary>
public static class LikelyDays
{
    /// <summary>The first of them.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>The last of them.</summary>
    public static readonly DateOnly Last = new(2100, 12, 31);

    /// <summary>The first day of which a paper or a job of somebody who is followed today can be.</summary>
    public static readonly DateOnly FirstOfALife = new(1940, 1, 1);

    /// <summary>Refuses a day outside these years; no day at all holds.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> IsLikelyDay<T>(this IRuleBuilder<T, DateOnly?> rule) => rule.InclusiveBetween(First, Last);

    /// <summary>Refuses a day outside these years.</summary>
    public static IRuleBuilderOptions<T, DateOnly> IsLikelyDay<T>(this IRuleBuilder<T, DateOnly> rule) => rule.InclusiveBetween(First, Last);

    /// <summary>Refuses a day in which nothing of a person's life can be, before the service as well; no day at all holds.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> IsDayOfALife<T>(this IRuleBuilder<T, DateOnly?> rule) => rule.InclusiveBetween(FirstOfALife, Last);
}
