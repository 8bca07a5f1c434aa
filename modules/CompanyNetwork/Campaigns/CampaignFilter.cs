using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Messaging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>
/// A campaign is made of what the company list shows, so its filter is that list's query: whatever filter the list has, today or tomorrow, a campaign has too.
/// </summary>
internal static class CampaignFilter
{
    private static readonly HashSet<string> NotFilters = ["cursor", "limit", "sort", "total"];

    private static readonly Dictionary<string, PropertyInfo> Filters = typeof(ListCompanies).GetProperties()
        .Select(property => (property.GetCustomAttribute<FromQueryAttribute>()?.Name, Property: property))
        .Where(filter => filter.Name is not null && !NotFilters.Contains(filter.Name))
        .ToDictionary(filter => filter.Name!, filter => filter.Property);

    public static ListCompanies Read(string query)
    {
        var list = new ListCompanies();
        foreach (var (name, values) in QueryHelpers.ParseQuery(query))
        {
            if (NotFilters.Contains(name))
            {
                continue;
            }

            if (!Filters.TryGetValue(name, out var filter))
            {
                throw Unknown(name);
            }

            filter.SetValue(list, filter.PropertyType == typeof(string[]) ? values.ToArray() : Value(values.ToString(), filter.PropertyType, name));
        }

        return list;
    }

    private static object? Value(string text, Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (text.Length == 0)
        {
            return null;
        }

        var converter = TypeDescriptor.GetConverter(plain);
        return converter.IsValid(text) ? converter.ConvertFromInvariantString(text) : throw Unknown(name);
    }

    private static FieldException Unknown(string name) => new("filter", "campaign.filter-unknown", new(
        $"{Named(name, "Il filtro «{0}»", "Uno dei filtri")} non è tra quelli dell'elenco delle aziende, o il suo valore non si riconosce: toglierlo e riprovare.",
        $"{Named(name, "The filter “{0}”", "One of the filters")} is not one of the company list's, or its value is not recognised: remove it and try again."));

    /// <summary>By its name on the screen; what has none there is not called by its name in the address.</summary>
    private static string Named(string name, string known, string unknown) =>
        FieldLabels.Of(name, typeof(CampaignFilter).Assembly) is { } label ? string.Format(CultureInfo.InvariantCulture, known, label) : unknown;
}
