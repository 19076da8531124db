package dev.pmt.api.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RankTest {

    @Property
    void orders_whole_ranks_as_their_numbers(@ForAll long a, @ForAll long b) {
        var low = Math.min(a >> 12, b >> 12);
        var high = Math.max(a >> 12, b >> 12);

        assertThat(Integer.signum(Rank.whole(low).compareTo(Rank.whole(high))))
                .isEqualTo(Integer.signum(Long.compare(low, high)));
    }

    @Property
    void reads_the_number_back(@ForAll @LongRange(min = -1L << 50, max = 1L << 50) long number) {
        assertThat(Rank.whole(number).number()).isEqualTo(number);
    }

    @Example
    void orders_whole_ranks_around_every_change_of_length() {
        var numbers = LongStream.rangeClosed(-4_200, 4_200).boxed().toList();

        assertThat(numbers.stream().map(Rank::whole).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Property(tries = 20)
    void keeps_order_and_short_keys_over_ten_thousand_random_moves(@ForAll @IntRange(min = 2, max = 200) int tasks) {
        var random = new Random(tasks);
        var order = new ArrayList<Rank>();
        for (int i = 0; i < tasks; i++) {
            order.add(Rank.whole(i));
        }
        for (int move = 0; move < 10_000; move++) {
            order.remove(random.nextInt(order.size()));
            var place = random.nextInt(order.size() + 1);
            order.add(
                    place,
                    Rank.between(
                            place == 0 ? null : order.get(place - 1), place == order.size() ? null : order.get(place)));
        }

        assertThat(order).isSorted().doesNotHaveDuplicates().allMatch(rank -> rank.length() <= 32);
    }

    @Property(tries = 50)
    void spreads_any_count_between_any_two(@ForAll @IntRange(min = 0, max = 300) int count, @ForAll int seed) {
        var random = new Random(seed);
        var low = Rank.whole(random.nextInt(1000));
        var high = Rank.between(low, Rank.whole(low.number() + 1 + random.nextInt(3)));

        var ranks = Rank.spread(low, high, count);

        assertThat(ranks).hasSize(count).isSorted().doesNotHaveDuplicates();
        assertThat(ranks).allMatch(rank -> rank.compareTo(low) > 0 && rank.compareTo(high) < 0 && rank.length() < 12);
    }

    @Example
    void stays_at_four_characters_for_fifty_thousand_appended_tasks() {
        assertThat(Rank.whole(50_000).text()).hasSize(4);
    }

    @Example
    void grows_by_one_character_in_about_six_when_stacked_into_one_gap() {
        var low = Rank.whole(1);
        var high = Rank.whole(2);
        for (int i = 0; i < 60; i++) {
            high = Rank.between(low, high);
        }

        assertThat(high.length()).isBetween(8, 14);
    }

    @Example
    void refuses_neighbours_in_the_wrong_order() {
        assertThatThrownBy(() -> Rank.between(Rank.whole(2), Rank.whole(1)))
                .hasMessageStartingWith("low must sort before high");
        assertThatThrownBy(() -> new Rank("!").number()).hasMessageStartingWith("digit must be");
    }
}
